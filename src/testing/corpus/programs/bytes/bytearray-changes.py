data = bytearray(b"abc")
other = data
data[0] = 65
data[-1] += 1
data.append(33)
data.extend(b"xy")
data.extend([1, 2])
data += b"z"
print(data, other is data, other == data)
print(data.pop(), data.pop(0), data)
data.insert(1, 48)
data.remove(33)
data.reverse()
print(data, data.copy() == data)
data.clear()
print(data, len(data))
# expect: bytearray(b'Abd!xy\x01\x02z') True True
# expect: 122 65 bytearray(b'bd!xy\x01\x02')
# expect: bytearray(b'\x02\x01yxd0b') True
# expect: bytearray(b'') 0
