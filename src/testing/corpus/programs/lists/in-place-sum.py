a = [1]
b = a
a += [2, 3]
print a, b, a is b
# expect: [1, 2, 3] [1, 2, 3] True
b += (4, "x")
b += b
print a
# expect: [1, 2, 3, 4, 'x', 1, 2, 3, 4, 'x']
m = [[1], 5]
c = m[0]
m[0] += [2.5]
m[1] += 2
print m, c
# expect: [[1, 2.5], 7] [1, 2.5]
n = 1
n += 2.5
s = "a"
s += "b"
s += 1
print n, s
# expect: 3.5 ab1
def add(to): to += ["added"]
add(a)
print len(b)
# expect: 11
