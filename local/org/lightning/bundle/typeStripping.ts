import type { Plugin } from 'rollup';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  sourceMap: true,
  // Decorators stay as they are: the LWC compiler reads them.
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
};

/** Removes types before the LWC compiler, which cannot read TypeScript. */
export function typeStripping(): Plugin {
  return {
    name: 'type-stripping',
    transform(code, id) {
      const file = id.split('?')[0]!;
      if (!file.endsWith('.ts') || file.endsWith('.d.ts')) return null;
      const { outputText, sourceMapText } = ts.transpileModule(code, {
        compilerOptions: OPTIONS,
        fileName: file,
      });
      return { code: outputText, map: JSON.parse(sourceMapText ?? 'null') };
    },
  };
}
