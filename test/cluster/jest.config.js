import config from '../../jest.config.js';

/** `npm run test:cluster`: it needs the machine for itself, for some minutes. */
export default {
  ...config,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/cluster/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // what the tests before have made is what the next look at
  bail: true,
};
