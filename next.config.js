import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/language/request.ts');

export default withNextIntl({
  distDir: process.env.EARSHOT_DIST || '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  typedRoutes: false,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client', '@node-rs/argon2'],
  // The page of the import takes files of 30 MB; without the second, the proxy would cut them off at ten.
  experimental: { serverActions: { bodySizeLimit: '31mb' }, proxyClientMaxBodySize: '31mb' },
  // `npm test` checks the types; whoever only starts Earshot should not wait for them.
  typescript: { ignoreBuildErrors: true },
});
