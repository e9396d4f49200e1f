# dialect: classic
# cores: 1
def p(a=1,b=2.5,c="s",d=none):
  print a
  print b
  print c
  print d
p()
p(7)
p("q", 8, 9, true)
# expect: 1
# expect: 2.500000
# expect: s
# expect: NONE
# expect: 7
# expect: 2.500000
# expect: s
# expect: NONE
# expect: q
# expect: 8
# expect: 9
# expect: true
