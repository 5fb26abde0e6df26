import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagOf } from './bundle/packageModules.ts';

/** A tab of the app that shows a component. */
export interface AppTab {
  readonly name: string;
  readonly label: string;
  /** The tag of the component. */
  readonly tag: string;
}

const contentOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];

/**
 * The package's component tabs. Those in the app's navigation come first, in its order.
 *
 * @param language the language of the labels, such as en_US or de
 */
export function appTabs(packageDir: string, language: string): AppTab[] {
  const main = join(packageDir, 'main/default');
  const app = readFileSync(join(main, 'applications/Dealside.app-meta.xml'), 'utf8');
  const navigation = [...app.matchAll(/<tabs>([^<]+)<\/tabs>/g)].map(([, name]) => name!);
  const labels = translatedLabels(packageDir, language);
  const place = (name: string): number => navigation.indexOf(name);
  return readdirSync(join(main, 'tabs'))
    .flatMap((file): AppTab[] => {
      const name = file.replace('.tab-meta.xml', '');
      const xml = readFileSync(join(main, 'tabs', file), 'utf8');
      const component = contentOf(xml, 'lwcComponent');
      return component
        ? [
            {
              name,
              label: labels.get(name) ?? contentOf(xml, 'label') ?? name,
              tag: tagOf(component),
            },
          ]
        : [];
    })
    .sort((a, b) => place(a.name) - place(b.name));
}

function translatedLabels(packageDir: string, language: string): ReadonlyMap<string, string> {
  const file = join(packageDir, `main/german/translations/${language}.translation-meta.xml`);
  if (!existsSync(file)) return new Map();
  const blocks = readFileSync(file, 'utf8').matchAll(/<customTabs>([\s\S]*?)<\/customTabs>/g);
  return new Map(
    [...blocks].map(([, block = '']) => [
      contentOf(block, 'name') ?? '',
      contentOf(block, 'label') ?? '',
    ]),
  );
}
