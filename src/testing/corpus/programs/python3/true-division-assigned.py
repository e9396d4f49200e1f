x = 7
x /= 2
print(x) # expect: 3.5
a = [9]
a[0] /= 2
print(a) # expect: [4.5]
