/** Hands a file to the person without any address that holds data: the link lives for one click. */
export function saveJson(page: Document, name: string, content: unknown): void {
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  const link = page.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Later, since a browser may read the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
