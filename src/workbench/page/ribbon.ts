import { child, descendants, parseManifest, type Element } from '../manifest/validate';

/** A button of the add-in on the ribbon. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action:
    { readonly kind: 'pane'; readonly url: string } | { readonly kind: 'command'; readonly name: string };
}

export interface AddIn {
  readonly name: string;
  readonly group: string;
  readonly commandsUrl: string;
  readonly buttons: readonly RibbonButton[];
}

/** What the manifest puts on the ribbon. Addresses are taken on this page's own origin. */
export function readAddIn(xml: string): AddIn {
  const root = parseManifest(xml);
  const all = [...descendants(root)];
  const resources = new Map(
    all.flatMap(({ attributes }) => (attributes['id'] ? [[attributes['id'], attributes]] : [])),
  );
  const resource = (element: Element | undefined) =>
    resources.get(element?.attributes['resid'] ?? '')?.['DefaultValue'] ?? '';
  const here = (address: string) => (address === '' ? '' : new URL(address).pathname);
  const group = all.find(({ name }) => name === 'Group');
  return {
    name: child(root, 'DisplayName')?.attributes['DefaultValue'] ?? '',
    group: group === undefined ? '' : resource(child(group, 'Label')),
    commandsUrl: here(resource(all.find(({ name }) => name === 'FunctionFile'))),
    buttons: all
      .filter(({ name, attributes }) => name === 'Control' && attributes['xsi:type'] === 'Button')
      .flatMap((control) => {
        const action = child(control, 'Action');
        if (action === undefined) return [];
        const tip = child(control, 'Supertip');
        const images = child(control, 'Icon')?.children ?? [];
        return [
          {
            id: control.attributes['id'] ?? '',
            label: resource(child(control, 'Label')),
            tip: tip === undefined ? '' : resource(child(tip, 'Description')),
            icon: here(resource(images.find(({ attributes }) => attributes['size'] === '32'))),
            action:
              action.attributes['xsi:type'] === 'ShowTaskpane'
                ? ({ kind: 'pane', url: here(resource(child(action, 'SourceLocation'))) } as const)
                : ({ kind: 'command', name: child(action, 'FunctionName')?.text ?? '' } as const),
          },
        ];
      }),
  };
}
