# dialect: classic
# cores: 1
print native rtl_coreid()>=0
native rtl_print("direct")
a=native rtl_math(0, 25)
print a
# expect: true
# expect: direct
# expect: 5.000000
