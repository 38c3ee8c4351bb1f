import { type FieldDeclaration, READ } from '../resource/field.js';
import { derived } from '../resource/fields/simple.js';

/** The type of the integration that a row was imported from. */
export function externalSourceIntegrationType(): FieldDeclaration {
  return derived({
    groups: READ,
    description: 'The type of `externalSourceIntegration`.',
    schema: { type: 'string', nullable: true },
    reads: ['externalSourceIntegration.type'],
    toJson: (row, at) => row[at],
  });
}
