const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  testTimeout: 20000,
  ...jestConfig,
  moduleNameMapper: {
    '^test/(.*)$': '<rootDir>/force-app/test/$1',
    // A bundle of styles alone, which the resolver of components does not look for.
    '^c/uiResponsiveTable$': '<rootDir>/force-app/main/default/lwc/uiResponsiveTable/uiResponsiveTable.css',
  },
  setupFiles: ['<rootDir>/force-app/test/browserGlobals.js'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/force-app/test/setup.js'],
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  testEnvironmentOptions: { url: 'https://northwind.lightning.force.com/' },
  modulePathIgnorePatterns: ['<rootDir>/.dealside/', '<rootDir>/local/', '<rootDir>/softphone/'],
};
