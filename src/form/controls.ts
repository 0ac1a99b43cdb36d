import type { SaxesTagNS } from 'saxes';
import type { Control, Span } from './model.ts';

/**
 * Notes what an element among the properties of a content control says of it: that its text is a prompt, that it is a
 * check box. What has to be known of the whole element is noted by the function returned, when the element ends.
 */
export function noteControl(
  control: Control,
  name: string,
  tag: SaxesTagNS,
  { start, end }: Span,
): ((whole: Span) => void) | undefined {
  const { checkbox } = control;
  switch (name) {
    case 'w:showingPlcHdr':
      return (whole) => {
        control.prompt = whole;
      };
    case 'w14:checkbox':
      control.checkbox = {
        state: undefined,
        element: { start, end },
        prefix: tag.prefix === '' ? '' : `${tag.prefix}:`,
        on: '☒',
        off: '☐',
      };
      return undefined;
    case 'w14:checked':
      return (whole) => {
        if (checkbox !== undefined) checkbox.state = whole;
      };
    case 'w14:checkedState':
      if (checkbox !== undefined) checkbox.on = glyphOf(tag) ?? checkbox.on;
      return undefined;
    case 'w14:uncheckedState':
      if (checkbox !== undefined) checkbox.off = glyphOf(tag) ?? checkbox.off;
      return undefined;
    default:
      return undefined;
  }
}

/** The box whose number the element gives in hexadecimal (`w14:val="2612"`); undefined for signs that are no boxes. */
function glyphOf(tag: SaxesTagNS): string | undefined {
  const value = Object.values(tag.attributes).find(({ local }) => local === 'val')?.value;
  return ['☐', '☑', '☒'].find((box) => box.codePointAt(0)?.toString(16) === value?.toLowerCase());
}
