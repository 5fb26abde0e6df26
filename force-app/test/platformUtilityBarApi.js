import { createTestWireAdapter } from '@salesforce/sfdx-lwc-jest';

/** The utility bar, for tests: the id of the item is emitted by the test. */
export const EnclosingUtilityId = createTestWireAdapter(jest.fn());
export const open = jest.fn(() => Promise.resolve(true));
export const minimize = jest.fn(() => Promise.resolve(true));
export const updateUtility = jest.fn(() => Promise.resolve(true));
export const updatePanel = jest.fn(() => Promise.resolve(true));
