# dialect: classic
# cores: 1
/* one
two */
a=3 # tail
/* inline */ print a
  # indented comment
if a==3:
  # inside
  print "in"

  print "still"
# end
# expect: 3
# expect: in
# expect: still
