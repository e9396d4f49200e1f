data = bytearray()
for i in range(300):
    data.append(i % 256)
print(len(data), data[255], data[299], sum(data))
# expect: 300 255 43 33586
