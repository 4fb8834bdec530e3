import { de } from '../../src/text/de';
import { en } from '../../src/text/en';
import { teach } from '../../src/text/say';

// Tests speak every language from their first line; the pane learns them on the way (`text/learn.ts`).
teach('en', en);
teach('de', de);
