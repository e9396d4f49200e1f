print "a\tb\\n\"q\" \x41 \u00e9"
# expect: a	b\n"q" A é
print 'single "double" \'both\''
# expect: single "double" 'both'
