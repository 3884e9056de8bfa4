/** Copies a receipt. Without permission to copy, the secret is selected: one key copies it. */
export async function copyText(text: string, root: ParentNode): Promise<boolean> {
  try {
    // Absent in pages without https, whatever its type says: calling it throws then.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const code = root.querySelector('#secret');
    if (code) getSelection()?.selectAllChildren(code);
    return false;
  }
}
