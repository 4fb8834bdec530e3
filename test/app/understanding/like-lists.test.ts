import { likeLists } from '../../../src/app/understanding/like-lists';
import type { Cell, SheetSurvey } from '../../../src/plan/cells';

const HEADERS = ['Client', 'Localisation', 'Pays', 'Date facture', 'Facture HTVA'];

function sheet(name: string, headers: readonly string[], titles = 0): SheetSurvey {
  const body = Array.from({ length: 5 }, (_, i): Cell[] => headers.map((header) => `${header} ${i}`));
  const top = [...Array.from({ length: titles }, (): Cell[] => [name]), [...headers], ...body];
  return {
    sheet: name,
    visible: true,
    isProtected: false,
    top,
    firstRow: 1,
    firstColumn: 1,
    rowCount: top.length,
    columnCount: headers.length,
    tables: [],
  };
}
const taken = { sheet: '2024', headerRow: 1, firstColumn: 1, columnCount: 5, rowCount: 5 };
const like = (...survey: readonly SheetSurvey[]) => likeLists({ survey, owned: undefined }, taken);

test('of one list for each year that was taken is said, and the others are named', () => {
  const years = [sheet('2023', HEADERS, 1), sheet('2024', HEADERS), sheet('2025', ['', ...HEADERS])];
  expect(like(...years, sheet('Produits', ['Code', 'Nom', 'Prix', 'Gamme', 'Taille']))).toEqual([
    {
      code: 'likeLists',
      severity: 'warning',
      params: { name: '2024', count: 2, names: '2023, 2025', more: 0 },
    },
  ]);
  expect(like(sheet('2024', HEADERS))).toEqual([]);
});
