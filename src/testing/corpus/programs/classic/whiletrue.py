# dialect: classic
# cores: 1
i=0
while true:
  i+=1
  if i>4: quit()
  print i
# expect: 1
# expect: 2
# expect: 3
# expect: 4
