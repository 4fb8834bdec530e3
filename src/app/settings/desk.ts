import { Failure, type FailureCode } from '../../plan/failures';
import { issuedIds } from '../../plan/quota';
import { readRecord, type RunRecord } from '../../plan/run-record';
import { defaultSettings, type Settings } from '../../plan/settings';
import { withNewRows } from '../../reports/territory-plan/inputs';
import type { WorkbookPort } from '../ports';
import type { Book } from '../understanding/book';
import { withRows } from './new-rows';
import { markedWithOwners } from './seat-owners';
import {
  checkedSettings,
  keepingTakenBack,
  merge,
  refuseNames,
  type Said,
  type SettingsChange,
} from './said';
import { cellsWritten, readSheetCells } from './sheet-cells';
import { newNames, sheetWords, type NewName } from './sheet-words';
import { readStored, STORED_KEY, storedForm, type Stored } from './stored';

/** What was found when the settings of a workbook were taken up. */
export interface Opened {
  /** Territories that the user renamed in the list. They are carried out by the caller. */
  readonly names: readonly NewName[];
  /** What was said somewhere and cannot be: it is not in force, and has to be told. */
  readonly refused: readonly Failure[];
}

/** Keeps something in the workbook by its name. */
type Save = (key: string, value: unknown) => Promise<void>;

type Word = SettingsChange | Said;

/** Why settings could not be saved in a workbook that can be read and planned. */
const UNKEPT: readonly FailureCode[] = ['protectedBook', 'protectedHidden', 'protectedSheet'];

/**
 * The one truth of settings. In this order, the later before the earlier:
 *
 * 1. the defaults, in the language of the program that runs us;
 * 2. the record of the plan that stands: the next design starts where it left off;
 * 3. what was said since, in the pane or in a blue cell of the sheet Territory Plan: a cell that differs from
 *    what we last wrote is the user's latest word, and is taken over at the next look;
 * 4. a settings file, for its run alone.
 *
 * Nothing gets in unchecked: what the pane says is refused with a sentence before it is saved; what stands in
 * the workbook and can no longer be is left out and told. Nested settings are merged name by name.
 */
export class SettingsDesk {
  private record: RunRecord | undefined;
  private stored: Stored = { since: null, said: {}, taken: {} };
  private inForce: Settings;

  /** @throws Failure `badSettings` for a file that cannot be */
  constructor(
    private readonly workbook: WorkbookPort,
    private readonly from: { readonly language: Settings['language']; readonly file?: Said },
  ) {
    if (from.file !== undefined) {
      checkedSettings(from.file);
      refuseNames(from.file);
    }
    this.inForce = this.settle();
  }

  /** The settings in force. */
  get settings(): Settings {
    return this.inForce;
  }

  /** What was said since the plan that stands. */
  get said(): Said {
    return this.stored.said;
  }

  /**
   * The same as it can be said without that plan: its new rows as a number of territories, and the names that its
   * territories have.
   * @param names those that its list has, and that are not carried out yet
   */
  lasting(names: readonly NewName[]): Said {
    const { record, stored } = this;
    if (record === undefined) return stored.said;
    const given = Object.fromEntries(names.map(({ id, name }) => [id, name]));
    const territoryNames = { ...record.settings.territoryNames, ...given };
    return [stored.said, withRows(record, stored).said].reduce(
      merge,
      Object.keys(territoryNames).length > 0 ? { territoryNames } : {},
    );
  }

  /** There is a plan that stands: its record says more than the defaults. */
  get isOfPlan(): boolean {
    return this.record !== undefined;
  }

  /** The settings file names this. */
  isFromFile(key: keyof Settings): boolean {
    return this.from.file?.[key] !== undefined;
  }

  /** Takes up what stands in the workbook: record, saved words, blue cells. */
  async open(book: Book): Promise<Opened> {
    this.record = book.record;
    const [kept, read] = await Promise.all([
      this.workbook.load(STORED_KEY),
      book.record && readSheetCells(this.workbook, book),
    ]);
    const { stored, refused } = readStored(kept, book.record?.designedAt ?? null);
    this.stored = stored;
    this.inForce = this.settle();
    if (book.record === undefined || read === undefined) return { names: [], refused };
    const { cells, refused: unread } = read;
    const { record } = book;
    const now = withNewRows(cells, record);
    const { balance, quota } = this.inForce;
    const words = sheetWords(cellsWritten(record), now, stored.taken, balance, record, issuedIds(quota));
    refused.push(...unread, ...words.refused);
    if (JSON.stringify(words.taken) !== JSON.stringify(stored.taken) || Object.keys(words.said).length > 0) {
      const said = markedWithOwners(words.said, this.inForce, record);
      const next = { ...stored, said: this.after(said), taken: words.taken };
      try {
        await this.save(next);
      } catch (error) {
        // What stands in the cells is in force all the same; as long as it cannot be kept it is read anew each time.
        if (!(error instanceof Failure) || !UNKEPT.includes(error.code)) throw error;
        refused.push(error);
        this.stored = next;
        this.inForce = this.settle();
      }
    }
    if (!this.isFromFile('territories')) refused.push(...withRows(record, this.stored).refused);
    const { names, refused: unfit } = newNames(book.record, now);
    return { names, refused: [...refused, ...unfit] };
  }

  /**
   * The pane's word: checked, saved in the workbook, in force. Another pane may have spoken, or kept another plan, since
   * this one looked: the word is said of what stands now.
   * @throws Failure `badSettings`; nothing is said then
   */
  async say(
    /** What changes; a function where that depends on what is in force now. */
    word: Word | ((settings: Settings) => Word),
    /** Saves it together with something else. */
    save?: Save,
  ): Promise<void> {
    const [record, kept] = await Promise.all([this.workbook.record(), this.workbook.load(STORED_KEY)]);
    this.record = readRecord(record);
    const { stored } = readStored(kept, this.record?.designedAt ?? null);
    this.stored = stored;
    this.inForce = this.settle();
    const change = typeof word === 'function' ? word(this.inForce) : word;
    checkedSettings(change);
    refuseNames(change);
    await this.save({ ...stored, said: this.after(change) }, save);
  }

  /** Of these settings what was said before is said again, and nothing else. */
  async takeBack(keys: readonly (keyof Settings)[], before: Said): Promise<void> {
    const isKept = ([key]: [string, unknown]) => !(keys as readonly string[]).includes(key);
    const said = Object.fromEntries([
      ...Object.entries(this.stored.said).filter(isKept),
      ...Object.entries(before).filter((entry) => !isKept(entry)),
    ]);
    checkedSettings(said);
    await this.save({ ...this.stored, said });
  }

  /** What is said when this is said, too. */
  private after(change: Said): Said {
    const { said } = this.stored;
    return merge(said, keepingTakenBack(change, said, this.record?.settings ?? {}));
  }

  private async save(
    stored: Stored,
    save: Save = (key, value) => this.workbook.save(key, value),
  ): Promise<void> {
    await save(STORED_KEY, storedForm(stored));
    this.stored = stored;
    this.inForce = this.settle();
  }

  private settle(): Settings {
    const { language, file } = this.from;
    const layers: Said[] = [{ ...defaultSettings, language }];
    if (this.record !== undefined) layers.push(this.record.settings);
    layers.push(this.stored.said);
    if (this.record !== undefined) layers.push(withRows(this.record, this.stored).said);
    if (file !== undefined) layers.push(file);
    const merged = layers.reduce(merge);
    return checkedSettings(merged['language'] === null ? { ...merged, language } : merged);
  }
}
