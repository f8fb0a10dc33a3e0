/** @type {import('next').NextConfig} */
const config = {
  // Types are held by `npm test`, once, for the whole project; a build only builds.
  typescript: { ignoreBuildErrors: true },
  experimental: { useTypeScriptCli: true, serverActions: { bodySizeLimit: '20mb' }, proxyClientMaxBodySize: '20mb' },
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'nodemailer', 'pdfkit'],
};

export default config;
