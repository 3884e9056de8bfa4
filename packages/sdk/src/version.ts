/** Version of the SDK, as packages/sdk/package.json has it; `npm run build` refuses to build when they differ. */
export const version = '0.1.0';
