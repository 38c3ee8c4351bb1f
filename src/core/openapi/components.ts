import type { HeaderObject, ParameterObject, Reference, ResponseObject, Schema } from './types.js';

/** The shared parts of a document. Each is added when something refers to it, so none is unused. */
export class Components {
  readonly schemas = new Map<string, Schema>();
  readonly parameters = new Map<string, ParameterObject>();
  readonly headers = new Map<string, HeaderObject>();
  readonly responses = new Map<string, ResponseObject>();
  /** The keys of parameters by what is left of them in the names that generators make. */
  private readonly parameterKeys = new Map<string, string>();

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

  /**
   * Refers to a parameter. Others of its name that differ get a number, also where only case and signs tell the names apart:
   * `page_size` and `pageSize` are one name to generators.
   */
  parameter(parameter: ParameterObject): Reference {
    const base = `${parameter.in}.${keyOf(parameter.name)}`;
    const text = JSON.stringify(parameter);
    for (let number = 1; ; number++) {
      const key = number === 1 ? base : `${base}-${number}`;
      const letters = key.replace(/[^a-z0-9]/gi, '').toLowerCase();
      const known = this.parameterKeys.get(letters);
      if (known === undefined) {
        this.parameterKeys.set(letters, key);
        this.parameters.set(key, parameter);
      }
      if (known === undefined || JSON.stringify(this.parameters.get(known)) === text)
        return { $ref: `#/components/parameters/${known ?? key}` };
    }
  }
}

/** `order[shipmentStatus.code]` as `order-shipmentStatus.code`, `id[]` as `id-list`: what a component may be called. */
const keyOf = (name: string): string =>
  name
    .replace('[]', '-list')
    .replace(/\[([^\]]*)\]/g, '-$1')
    .replace(/[^\w.-]/g, '_');
