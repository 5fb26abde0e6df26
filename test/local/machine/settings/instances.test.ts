import assert from 'node:assert/strict';
import { readInstances } from '../../../../local/machine/settings/instances.ts';

const PORTS = { server: 8430, org: 8431, carrier: 8432 };
const portsOf = (...argv: string[]) => readInstances(argv, PORTS);

describe('the number of servers that npm start runs', () => {
  it('is one, with the server’s own port, unless said otherwise', () => {
    assert.deepEqual(portsOf('--watch'), { instancePorts: [] });
    assert.deepEqual(portsOf('--instances', '1'), { instancePorts: [] });
  });

  it('is as said, with a port for each above the carrier’s', () => {
    assert.deepEqual(portsOf('--instances', '2'), { instancePorts: [8433, 8434] });
    assert.deepEqual(portsOf('--watch', '--instances=3'), { instancePorts: [8433, 8434, 8435] });
  });

  for (const argv of [
    ['--instances'],
    ['--instances', '--watch'],
    ['--instances', '0'],
    ['--instances', '9'],
    ['--instances=two'],
    ['--instances', '1.5'],
    ['--instances', '-2'],
  ])
    it(`is refused as ${argv.join(' ')}, naming the rule`, () => {
      const read = portsOf(...argv);
      assert.match(
        'fault' in read ? read.fault : '',
        /^--instances must be followed by how many servers to run, from 1 to 8; it is "/,
      );
    });

  it('is refused when there are no ports left', () => {
    const read = readInstances(['--instances', '2'], { ...PORTS, carrier: 65_534 });
    assert.match('fault' in read ? read.fault : '', /needs 2 more ports above 65534/);
  });
});
