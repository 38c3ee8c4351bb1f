import { type FieldDeclaration, READ } from '../../../core/metadata/field.js';
import { derived } from '../../../core/metadata/fields/simple.js';

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
