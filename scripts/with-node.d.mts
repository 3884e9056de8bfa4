export function nodeBinary(): string;
export const nodeArguments: string[];
