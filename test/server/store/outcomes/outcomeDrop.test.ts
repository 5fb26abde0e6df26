import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutcomeDrop } from '../../../../server/ports/index.ts';
import { outcomeDropOf } from '../../../../server/store/outcomes/outcomeDrop.ts';
import { signatureOf, startBucket } from '../../../support/bucketServer.ts';

const KEYS = { keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const PATH = ['00DX', 'day=2026-11-27', 'outcomes.csv'];
const bytes = (text: string): Buffer => Buffer.from(text);

describe('the place for files of outcomes', () => {
  let folder: string;
  let there: Awaited<ReturnType<typeof startBucket>>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dealside-drop-'));
    there = await startBucket(KEYS);
  });
  afterEach(async () => {
    await there.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const bucketWith = (secret = KEYS.secret): OutcomeDrop =>
    outcomeDropOf({
      OUTCOMES_DROP_BUCKET: there.url,
      OUTCOMES_DROP_REGION: 'eu-central-1',
      OUTCOMES_DROP_KEY_ID: KEYS.keyId,
      OUTCOMES_DROP_SECRET_FILE: secret,
    })!;
  const inFolder = (path = folder): OutcomeDrop =>
    outcomeDropOf({ OUTCOMES_DROP_DIR: path, OUTCOMES_DROP_REGION: 'us-east-1' })!;

  it('is nowhere where none is set', () =>
    assert.equal(outcomeDropOf({ OUTCOMES_DROP_REGION: 'us-east-1' }), undefined));

  const places = [
    ['a folder', () => inFolder(), () => readFile(join(folder, ...PATH))],
    [
      'a bucket',
      () => bucketWith(),
      () => Promise.resolve(there.objects.get(`/reports/dealside/${PATH.join('/')}`)!.bytes),
    ],
  ] as const;
  for (const [name, open, read] of places)
    describe(`${name}`, () => {
      it('takes a file, keeps one that is the same, and replaces one that is not', async () => {
        const drop = open();
        await drop.check();
        assert.equal(await drop.leave(PATH, bytes('one')), true);
        assert.equal(await drop.leave(PATH, bytes('one')), false);
        assert.equal(await drop.leave(PATH, bytes('two')), true);
        assert.equal((await read()).toString(), 'two');
      });
    });

  describe('a folder that cannot be written to', () => {
    it('is said before a file is left', async () => {
      const file = join(folder, 'a-file');
      await writeFile(file, '');
      await assert.rejects(inFolder(file).check());
    });
  });

  describe('a bucket that refuses', () => {
    it('is named with its status and code, and without the key', async () => {
      const refused = { message: 'the bucket answered 403 SignatureDoesNotMatch' };
      await assert.rejects(bucketWith('another').check(), refused);
      await assert.rejects(bucketWith('another').leave(PATH, bytes('one')), refused);
      assert.equal(there.objects.size, 0);
    });

    it('takes the file once it answers again', async () => {
      there.bucket.isDown = true;
      await assert.rejects(bucketWith().leave(PATH, bytes('one')), {
        message: 'the bucket answered 503 SlowDown',
      });
      there.bucket.isDown = false;
      assert.equal(await bucketWith().leave(PATH, bytes('one')), true);
    });
  });

  describe('a bucket whose key may only put', () => {
    it('takes each file anew', async () => {
      there.bucket.mayRead = false;
      assert.equal(await bucketWith().leave(PATH, bytes('one')), true);
      assert.equal(await bucketWith().leave(PATH, bytes('one')), true);
    });
  });

  describe('the stand-in of a bucket', () => {
    it('wants the signatures that Amazon publishes', () => {
      const date = '20130524T000000Z';
      const host = 'examplebucket.s3.amazonaws.com';
      const authorization = (signedHeaders: string): string =>
        `AWS4-HMAC-SHA256 Credential=${KEYS.keyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=`;
      const get = {
        method: 'GET',
        url: '/test.txt',
        headers: {
          host,
          range: 'bytes=0-9',
          'x-amz-date': date,
          'x-amz-content-sha256':
            'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          authorization: authorization('host;range;x-amz-content-sha256;x-amz-date'),
        },
      };
      const put = {
        method: 'PUT',
        url: '/test%24file.text',
        headers: {
          host,
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-date': date,
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
          'x-amz-content-sha256':
            '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
          authorization: authorization(
            'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
          ),
        },
      };
      assert.deepEqual(
        [signatureOf(get, KEYS.secret), signatureOf(put, KEYS.secret)],
        [
          'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
          '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ],
      );
    });
  });
});
