import assert from "node:assert/strict";
import { test } from "node:test";
import { publicAddress } from "../../../src/sources/article/publicAddress.ts";

for (const ip of ["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700:4700::1111"]) test(`public: ${ip}`, () => assert.equal(publicAddress(ip), true));

for (const ip of [
  ..."0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255".split(
    " ",
  ),
  ..."::1 :: ::127.0.0.1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 fe80::1 fe80::1%eth0 fec0::1 fd00::1 fc00::1 ff02::1 2002:7f00:1:: 2001::1 2001:db8::1 64:ff9b::7f00:1 100::1 3fff::1 4000::1".split(
    " ",
  ),
  ..."0x7f.1 2130706433 127.1 0177.0.0.1 localhost 8.8.8 8.8.8.8.8 8.8.8.8/8".split(" "),
  "",
]) {
  test(`not public: ${ip}`, () => assert.equal(publicAddress(ip), false));
}
