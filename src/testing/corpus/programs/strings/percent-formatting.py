print "%d of %5.2f %s %x %%" % (3, 2.5, "x", 255)
# expect: 3 of  2.50 x ff %
print "[%5d] [%-5d] [%05d] [%+d] [% d]" % (42, 42, -42, 42, 42)
# expect: [   42] [42   ] [-0042] [+42] [ 42]
print "[%s] [%8s] [%-8s] [%.2s]" % ("text", "text", "text", "text")
# expect: [text] [    text] [text    ] [te]
print "%s %s %s %s" % (1.5, None, [1, "a"], True)
# expect: 1.5 None [1, 'a'] True
print "%r %r" % ("it", 2)
# expect: 'it' 2
print "%d" % 7, "%s" % "one", "%s" % [1, 2]
# expect: 7 one [1, 2]
print "%d %i %u %d" % (3.9, -3, True, -3.9)
# expect: 3 -3 1 -3
print "%x %X %#x %o %#o" % (255, 255, 255, 8, 8)
# expect: ff FF 0xff 10 0o10
print "%c%c" % (65, "b")
# expect: Ab
print "%*d %.*f" % (5, 42, 1, 2.75)
# expect:    42 2.8
print "100%%" % ()
# expect: 100%
print "%d" % (3,)
# expect: 3
