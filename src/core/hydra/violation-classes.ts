import { JSON_RANGE, type VocabularyClass, type VocabularyProperty } from './classes.js';

const shown = (name: string, range: string, description: string): VocabularyProperty => ({
  name,
  description,
  range,
  isLink: false,
  holds: undefined,
  isOne: false,
  isRequired: false,
  isReadable: true,
  isWriteable: false,
});

const plain = { path: undefined, operations: [] };

/** One reason why a body is refused. */
export const VIOLATION: VocabularyClass = {
  ...plain,
  name: 'ConstraintViolation',
  description: 'One reason why a body is refused.',
  properties: [
    shown(
      'propertyPath',
      'xmls:string',
      'The field, with dots and positions in lists, such as shipmentItems[0].qty.',
    ),
    shown('message', 'xmls:string', 'What is wrong with it, in a sentence.'),
    shown('code', 'xmls:string', 'A UUID that stands for the kind of rule.'),
    shown('payload', JSON_RANGE, 'What helps to mend the request, such as the quantity that is left.'),
  ],
};

/** The answer to a body that is refused. */
export const VIOLATION_LIST: VocabularyClass = {
  ...plain,
  name: 'ConstraintViolationList',
  description: 'The answer to a body that is refused.',
  properties: [shown('violations', `#${VIOLATION.name}`, 'All the reasons.')],
};
