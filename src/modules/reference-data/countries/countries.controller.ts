import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Operations } from '../../../core/openapi/operation.js';
import {
  ItemOperation,
  ListOfItemOperation,
  ListOperation,
} from '../../../core/static-lists/static-list-operations.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PRIVATE_FOR_AN_HOUR, StaticList } from '../../../core/static-lists/static-list.js';
import { COUNTRIES, STATES, statesOf } from './countries.js';
import { countryResource } from './country.resource.js';
import { stateResource } from './state.resource.js';

@Operations({
  tags: [countryResource, stateResource].map(({ name, description }) => ({ name, description })),
})
@Controller()
export class CountriesController {
  private readonly countries = new StaticList(countryResource, COUNTRIES, PRIVATE_FOR_AN_HOUR);
  private readonly states = new StaticList(stateResource, STATES, PRIVATE_FOR_AN_HOUR);

  @Get('/countries')
  @ListOperation(countryResource)
  listCountries(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.countries.sendAll(request, reply, 'get');
  }

  @Get('/countries/:code')
  @ItemOperation(countryResource)
  country(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.countries.sendItem(request, reply, code);
  }

  @Get('/countries/:code/states')
  @ListOfItemOperation(stateResource, countryResource, {
    id: 'api_countries_states_get_subresourceCountrySubresource',
    summary: 'Lists the states of a country',
    description: 'A country that is known without states has an empty list.',
  })
  listStatesOf(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const country = this.countries.item(code);
    return this.states.sendAll(
      request,
      reply,
      'get',
      () => statesOf(country),
      `/countries/${country.code}/states`,
    );
  }

  @Get('/states')
  @ListOperation(stateResource)
  listStates(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.states.sendAll(request, reply, 'get');
  }

  @Get('/states/:code')
  @ItemOperation(stateResource)
  state(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.states.sendItem(request, reply, code);
  }
}
