import { Dispatcher } from '../../src/workbench/protocol/dispatcher';
import { hostErrors } from '../../src/workbench/protocol/host-error';
import type { RequestBody } from '../../src/workbench/protocol/messages';
import { ApiGate, compareVersions } from '../../src/workbench/protocol/requirement-sets';
import { wire } from '../../src/workbench/protocol/wire-class';
import type { WireObject } from '../../src/workbench/protocol/wire-class';

class Shelf implements WireObject {
  static readonly wire = wire<Shelf>('Shelf', { methods: ['getItem', 'add', 'getCount'] });
  readonly books: Book[] = [new Book('a', 'Alpha'), new Book('b', 'Beta'), new Book('c', 'Gamma')];

  items() {
    return this.books;
  }

  getItem(id: unknown) {
    const book = this.books.find((known) => known.id === id);
    if (!book) throw hostErrors.itemNotFound();
    return book;
  }

  add(title: unknown, after: unknown) {
    const book = new Book(`n${this.books.length}`, String(title));
    this.books.splice(after instanceof Book ? this.books.indexOf(after) + 1 : this.books.length, 0, book);
    return book;
  }

  getCount() {
    return this.books.length;
  }
}

class Cover implements WireObject {
  static readonly wire = wire<Cover>('Cover', { scalars: ['color', 'weight'] });
  color: unknown = 'red';

  get weight() {
    return 7;
  }
}

class Book implements WireObject {
  static readonly wire = wire<Book>('Book', {
    scalars: ['id', 'title'],
    navigations: ['cover'],
    methods: ['burn'],
  });
  readonly cover = new Cover();
  secret = 'not on the wire';
  kept = 0;
  isGone = false;

  constructor(
    readonly id: string,
    public title: string,
  ) {}

  get wireId() {
    return this.id;
  }

  keep() {
    this.kept++;
  }

  release() {
    this.kept--;
  }

  burn() {
    this.isGone = true;
  }
}

class Root implements WireObject {
  static readonly wire = wire<Root>('Root', { navigations: ['shelf'] });
  readonly shelf = new Shelf();
}

const GLOBAL = { Id: 1, ObjectPathType: 1, Name: '' };
const SHELF = { Id: 2, ObjectPathType: 4, Name: 'Shelf', ParentObjectPathId: 1 };
const item = (id: number, key: string) => ({
  Id: id,
  ObjectPathType: 5,
  Name: '',
  ParentObjectPathId: 2,
  ArgumentInfo: { Arguments: [key] },
});
const paths = (...list: { Id: number }[]) =>
  Object.fromEntries([GLOBAL, SHELF, ...list].map((path) => [String(path.Id), path])) as NonNullable<
    RequestBody['ObjectPaths']
  >;
const query = (path: number, Select: string[], more: object = {}) => ({
  Id: 90,
  ActionType: 2,
  Name: '',
  ObjectPathId: path,
  QueryInfo: { Select, ...more },
});

let root: Root;
let reads: number;
let dispatcher: Dispatcher;

beforeEach(() => {
  root = new Root();
  reads = 0;
  dispatcher = new Dispatcher({
    root,
    gate: new ApiGate('1.14'),
    services: {},
    isKnownRegistration: (className, method) => (/event$/i.test(method) ? className === 'Shelf' : undefined),
    beforeRead: async () => {
      reads++;
    },
  });
});

describe('the dispatcher', () => {
  it('answers selected properties in PascalCase, nested, with the identity of the object', async () => {
    const { Results } = await dispatcher.execute({
      ObjectPaths: paths(item(3, 'b')),
      Actions: [query(3, ['title', 'COVER/color'])],
    });
    expect(Results).toEqual([{ ActionId: 90, Value: { Id: 'b', Title: 'Beta', Cover: { Color: 'red' } } }]);
    expect(reads).toBe(1);
  });

  it('answers every scalar when nothing is selected, and pages of a collection', async () => {
    const { Results } = await dispatcher.execute({
      ObjectPaths: paths(),
      Actions: [query(2, [], { Top: 1, Skip: 1 })],
    });
    expect(Results[0]?.Value).toEqual({ _Items: [{ Id: 'b', Title: 'Beta' }] });
  });

  it('runs a method path once, and passes objects as arguments', async () => {
    const add = {
      Id: 4,
      ObjectPathType: 3,
      Name: 'Add',
      ParentObjectPathId: 2,
      ArgumentInfo: { Arguments: ['New', 3], ReferencedObjectPathIds: [0, 3] },
    };
    const instantiate = (id: number) => ({ Id: 80 + id, ActionType: 1, Name: '', ObjectPathId: id });
    await dispatcher.execute({
      ObjectPaths: paths(item(3, 'a'), add),
      Actions: [instantiate(4), instantiate(4), query(4, ['title'])],
    });
    expect(root.shelf.books.map((book) => book.title)).toEqual(['Alpha', 'New', 'Beta', 'Gamma']);
  });

  it('makes a null object of what an …OrNullObject method does not find, and of all below it', async () => {
    const missing = {
      Id: 3,
      ObjectPathType: 3,
      Name: 'GetItemOrNullObject',
      ParentObjectPathId: 2,
      ArgumentInfo: { Arguments: ['z'] },
    };
    const below = { Id: 4, ObjectPathType: 4, Name: 'Cover', ParentObjectPathId: 3 };
    const { Results, Error } = await dispatcher.execute({
      ObjectPaths: paths(missing, below),
      Actions: [
        { Id: 1, ActionType: 1, Name: '', ObjectPathId: 3 },
        { Id: 2, ActionType: 1, Name: '', ObjectPathId: 4 },
        query(4, ['color']),
      ],
    });
    expect(Error).toBeUndefined();
    expect(Results.map((result) => result.Value)).toEqual([null, null, null]);
  });

  it('stops at the first error, says where it was, and keeps what ran before', async () => {
    const set = (value: string) => ({
      Id: 5,
      ActionType: 4,
      Name: 'Title',
      ObjectPathId: 3,
      ArgumentInfo: { Arguments: [value] },
    });
    const response = await dispatcher.execute({
      ObjectPaths: paths(item(3, 'a'), item(4, 'z')),
      Actions: [set('Kept'), query(4, ['title']), set('Never')],
    });
    expect(root.shelf.books[0]?.title).toBe('Kept');
    expect(response.Error).toMatchObject({
      Code: 'ItemNotFound',
      Location: 'Shelf.getItem',
      ActionIndex: 1,
      HttpStatusCode: 404,
    });
  });

  it.each([
    ['a property that is not declared', query(3, ['secret']), 'Book.secret'],
    ['a method that is not declared', { Id: 1, ActionType: 3, Name: 'Keep', ObjectPathId: 3 }, 'Book.keep'],
    ['an inherited method', { Id: 1, ActionType: 3, Name: 'ToString', ObjectPathId: 3 }, 'Book.toString'],
    ['the constructor', query(3, ['constructor/name']), 'Book.constructor'],
    [
      'an event nobody tells',
      { Id: 1, ActionType: 3, Name: '_RegisterBurntEvent', ObjectPathId: 3 },
      'Book._Reg',
    ],
  ])('refuses %s loudly', async (_, action, member) => {
    const { Error } = await dispatcher.execute({ ObjectPaths: paths(item(3, 'a')), Actions: [action] });
    expect(Error).toMatchObject({ Code: 'NotImplemented', Message: expect.stringContaining(member) });
  });

  it('refuses to set what can only be read', async () => {
    const cover = { Id: 4, ObjectPathType: 4, Name: 'Cover', ParentObjectPathId: 3 };
    const { Error } = await dispatcher.execute({
      ObjectPaths: paths(item(3, 'a'), cover),
      Actions: [{ Id: 1, ActionType: 4, Name: 'Weight', ObjectPathId: 4, ArgumentInfo: { Arguments: [3] } }],
    });
    expect(Error).toMatchObject({ Code: 'NotImplemented', Message: expect.stringContaining('Cover.weight') });
    expect(root.shelf.books[0]?.cover.weight).toBe(7);
  });

  it('keeps a referenced object over requests until it is released, and knows when it is gone', async () => {
    const keep = { Id: 6, ActionType: 3, Name: '_KeepReference', ObjectPathId: 3 };
    const first = await dispatcher.execute({
      ObjectPaths: paths(item(3, 'b')),
      Actions: [keep, { Id: 7, ActionType: 1, Name: '', ObjectPathId: 3 }],
    });
    const reference = (first.Results[1]?.Value as { _ReferenceId: string })._ReferenceId;
    const held = { Id: 9, ObjectPathType: 6, Name: reference };
    const again = await dispatcher.execute({ ObjectPaths: paths(held), Actions: [query(9, ['title'])] });
    expect(again.Results[0]?.Value).toMatchObject({ Title: 'Beta', _ReferenceId: reference });
    expect(root.shelf.books[1]?.kept).toBe(1);
    root.shelf.books[1]?.burn();
    const gone = await dispatcher.execute({ ObjectPaths: paths(held), Actions: [query(9, ['title'])] });
    expect(gone.Error).toMatchObject({ Code: 'InvalidReference' });
    const release = {
      Id: 1,
      ActionType: 3,
      Name: '_RemoveReference',
      ObjectPathId: 1,
      ArgumentInfo: { Arguments: [reference] },
    };
    await dispatcher.execute({ ObjectPaths: paths(), Actions: [release, release] });
    expect(dispatcher.references.size).toBe(0);
  });

  it('answers traces with a result, so that event handlers attach', async () => {
    const { TraceIds, Results } = await dispatcher.execute({
      ObjectPaths: paths(),
      Actions: [
        { Id: 3, ActionType: 3, Name: '_RegisterAddedEvent', ObjectPathId: 2 },
        { Id: 4, ActionType: 5, Name: '', ObjectPathId: 2 },
      ],
    });
    expect(TraceIds).toEqual([4]);
    expect(Results).toEqual([
      { ActionId: 3, Value: null },
      { ActionId: 4, Value: null },
    ]);
  });

  it('refuses an object path that the request does not hold', async () => {
    const { Error } = await dispatcher.execute({ ObjectPaths: paths(), Actions: [query(77, ['title'])] });
    expect(Error).toMatchObject({ Code: 'InvalidObjectPath' });
  });
});

describe('the requirement-set gate', () => {
  it('compares versions as versions', () => {
    expect(compareVersions('1.9', '1.14')).toBeLessThan(0);
    expect(compareVersions('1.14', '1.14')).toBe(0);
    expect(compareVersions('2.0', '1.14')).toBeGreaterThan(0);
  });

  it('refuses what is newer than the declared version and names it', () => {
    const gate = new ApiGate('1.3');
    expect(() => gate.check('Worksheet', 'freezePanes')).toThrow(
      expect.objectContaining({
        code: 'ApiNotFound',
        message: expect.stringContaining('Worksheet.freezePanes'),
      }),
    );
    expect(() => gate.check('Worksheet', 'name')).not.toThrow();
  });
});
