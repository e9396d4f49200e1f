# dialect: classic
# cores: 1
a=[1.5,2.5]
a[0]=9
print a[1]
b=[1,2]
b[0]=1.5
print b[0]
# expect: 1075838976
# expect: 1.500000
