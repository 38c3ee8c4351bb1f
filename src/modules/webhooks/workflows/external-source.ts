/** What one integration knows by one id exists once; violated, clients look the object up and update it. */
export const externalSourceIsUsed = {
  columns: ['externalSourceIntegrationPk', 'externalSourceSyncId'] as const,
  propertyPath: 'externalSourceSyncId',
  message: 'This value is already used.',
};

export const IMPORTED_BY = 'The integration that it was imported by.';
export const IMPORTED_AS = 'Its id in the system that it was imported from.';
export const FULFILLED_BY = 'The integration that sends it.';
export const FULFILLED_AS = 'Its id in the system that sends it.';
