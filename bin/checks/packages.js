export const name = 'packages';

const most = 34;
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Every version is exact, the lock file agrees, production dependencies stay under 35. */
export function check(tree) {
  if (!tree.has('package.json')) return [];
  const own = JSON.parse(tree.read('package.json'));
  const { dependencies = {}, devDependencies = {}, overrides = {} } = own;
  return [
    ...Object.entries({ ...dependencies, ...devDependencies, ...overrides }).flatMap(pinned),
    ...few(Object.keys(dependencies)),
    ...locked(tree, own),
  ];
}

function pinned([module, version]) {
  if (typeof version === 'object') return Object.entries(version).flatMap(pinned);
  return exact.test(version)
    ? []
    : [
        {
          file: 'package.json',
          says: `${module} "${version}" is not exact: write the version that was tried`,
        },
      ];
}

function few(names) {
  const says = `${names.length} production dependencies, at most ${most}: which one can be 40 lines of our own?`;
  return names.length > most ? [{ file: 'package.json', says }] : [];
}

function locked(tree, own) {
  if (!tree.has('package-lock.json'))
    return [{ file: 'package.json', says: 'has no package-lock.json beside it' }];
  const root = JSON.parse(tree.read('package-lock.json')).packages?.[''] ?? {};
  return ['dependencies', 'devDependencies'].flatMap((kind) => {
    const wanted = own[kind] ?? {};
    const held = root[kind] ?? {};
    return [...new Set([...Object.keys(wanted), ...Object.keys(held)])]
      .filter((module) => wanted[module] !== held[module])
      .map((module) => ({
        file: 'package-lock.json',
        says: `${module}: package.json says ${wanted[module] ?? 'nothing'}, the lock file ${held[module] ?? 'nothing'}; run npm install`,
      }));
  });
}
