/** Copies a text field: through the clipboard, else through the selection, else by telling which keys to press. */
export async function copyFrom(area: HTMLTextAreaElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(area.value);
    return 'Le code est copié.';
  } catch {
    // Refused, or not a secure page: the old command works on a selection without any permission.
    area.focus();
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies without the clipboard permission
    if (document.execCommand('copy')) return 'Le code est copié.';
    return 'Le code est sélectionné : appuyez sur Ctrl + C (ou ⌘ + C) pour le copier.';
  }
}
