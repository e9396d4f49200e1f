# dialect: classic
# cores: 1
print 0x10
# expect: 0
