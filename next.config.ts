import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser fetches and decodes images on the server; this product has none that need it.
  images: { unoptimized: true },
  // Every browser gets titles and other metadata in the head at once: streamed later, a page has no name for a moment,
  // and what reads pages aloud says nothing.
  htmlLimitedBots: /.*/,
  // Packages with native binaries or run-time file access stay outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pino',
    'nodemailer',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  // The gate checks types, those of the tests too; a start on somebody's machine need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Files come by route handlers that the proxy leaves alone (proxy.ts); nothing else is large.
  experimental: { serverActions: { bodySizeLimit: '1mb' }, proxyClientMaxBodySize: '2mb' },
}

export default config
