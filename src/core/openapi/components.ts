import type { HeaderObject, ParameterObject, Reference, ResponseObject, Schema } from './types.js';

/** The shared parts of a document. Each is added when something refers to it, so none is unused. */
export class Components {
  readonly schemas = new Map<string, Schema>();
  readonly parameters = new Map<string, ParameterObject>();
  readonly headers = new Map<string, HeaderObject>();
  readonly responses = new Map<string, ResponseObject>();

  /** Refers to a schema, which is made the first time; it may refer to itself. */
  schema(name: string, make: () => Schema): Reference {
    if (!this.schemas.has(name)) {
      this.schemas.set(name, {});
      this.schemas.set(name, make());
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  header(name: string, make: () => HeaderObject): Reference {
    if (!this.headers.has(name)) this.headers.set(name, make());
    return { $ref: `#/components/headers/${name}` };
  }

  response(name: string, make: () => ResponseObject): Reference {
    if (!this.responses.has(name)) this.responses.set(name, make());
    return { $ref: `#/components/responses/${name}` };
  }

  /** Refers to a parameter. Others of its name that differ get a number. */
  parameter(parameter: ParameterObject): Reference {
    const base = `${parameter.in}.${keyOf(parameter.name)}`;
    const text = JSON.stringify(parameter);
    for (let number = 1; ; number++) {
      const key = number === 1 ? base : `${base}-${number}`;
      const known = this.parameters.get(key);
      if (!known) this.parameters.set(key, parameter);
      if (!known || JSON.stringify(known) === text) return { $ref: `#/components/parameters/${key}` };
    }
  }
}

/** `order[shipmentStatus.code]` as `order-shipmentStatus.code`, `id[]` as `id__`: what a component may be called. */
const keyOf = (name: string): string =>
  name
    .replace('[]', '__')
    .replace(/\[([^\]]*)\]/g, '-$1')
    .replace(/[^\w.-]/g, '_');
