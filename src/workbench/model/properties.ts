/** Built-in document properties that can be written, and those of the user. */
export class DocumentProperties {
  author = '';
  category = '';
  comments = '';
  company = '';
  keywords = '';
  manager = '';
  subject = '';
  title = '';
  revisionNumber = 0;
  lastAuthor = '';
  creationDate = '1970-01-01T00:00:00Z';
  readonly custom = new Map<string, CustomPropertyValue>();
}

export type CustomPropertyValue = string | number | boolean;

/** Excel stores at most 255 characters of a custom property's text (Excel.CustomProperty). */
export const MAX_PROPERTY_TEXT = 255;
