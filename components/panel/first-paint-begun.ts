/** Where a script of its own leaves what it began, for the modules that wait for it. */
export const begun = globalThis as { partnerLensPaint?: Promise<void> }
