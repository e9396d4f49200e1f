# cores: 2
import parallel

values = [b"ab\x00\xff", bytearray(b"xy"), 3 - 4j, slice(1, None, 2), ..., {b"k": 1j}]
if parallel.coreid() == 0:
    for value in values:
        parallel.send(value, 1)
    values[1][0] = 0
else:
    received = [parallel.recv(0) for _ in values]
    print(received)
    # expect 1: [b'ab\x00\xff', bytearray(b'xy'), (3-4j), slice(1, None, 2), Ellipsis, {b'k': 1j}]
    print(received[:5] == values[:5], received[4] is ..., received[0][:2].decode())
    # expect 1: True True ab
