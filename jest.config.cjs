const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  testTimeout: 120000,
  ...jestConfig,
  testEnvironment: '<rootDir>/force-app/test/environment.cjs',
  transform: { '^.+\\.(js|ts|html|css)$': '<rootDir>/force-app/test/labelTransformer.cjs' },
  moduleNameMapper: {
    '^test/(.*)$': '<rootDir>/force-app/test/$1',
    '^lightning/platformUtilityBarApi$': '<rootDir>/force-app/test/platformUtilityBarApi.js',
    // Bundles of styles alone, which the resolver of components does not look for.
    '^c/(interventionModeLook|outcomeChart|outcomeEstimate|uiDisclosure|uiMarkedNote|uiPanel|uiScrollRegion|uiSelect)$':
      '<rootDir>/force-app/main/default/lwc/$1/$1.css',
  },
  setupFiles: ['<rootDir>/force-app/test/browserGlobals.js'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/force-app/test/setup.js'],
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  testEnvironmentOptions: { url: 'https://northwind.lightning.force.com/' },
  modulePathIgnorePatterns: ['<rootDir>/.dealside/', '<rootDir>/local/', '<rootDir>/softphone/'],
};
