/** What one integration knows by one id exists once; violated, clients look the object up and update it. */
export const externalSourceIsUsed = {
  columns: ['externalSourceIntegrationPk', 'externalSourceSyncId'] as const,
  propertyPath: 'externalSourceSyncId',
  message: 'This value is already used.',
};
