s = "hello"
print s[0], s[4], s[-1], s[-5]
# expect: h o o h
print s[1:3], s[:2], s[3:], s[:], s[::2], s[::-1], s[-3:-1]
# expect: el he lo hello hlo olleh ll
print s[10:], s[2:1], s[-100:2]
# expect:   he
