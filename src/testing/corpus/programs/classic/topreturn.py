# dialect: classic
# cores: 1
print 1
return
print 2
# expect: 1
