# dialect: classic
# cores: 2
print native rtl_isdevice()
print native rtl_ishost()
a = native rtl_allocatearray(2, 3)
s = native rtl_allocatesharedarray(4)
print native rtl_numdims(a) * 10 + native rtl_numdims(s)
print native rtl_dsize(a, 1) * 100 + native rtl_dsize(a, 0) * 10 + native rtl_dsize(a, 2)
print native rtl_numdims(5) + native rtl_dsize(5, 0)
a[1][2] = 6
native rtl_flatten(a, 6)
print a[5]
b = [0] * 6
native rtl_arraycopy(b, a, 1, 2, 6)
print b[5]
native rtl_arraycopy(b, [7, 8, 9], 1, 1, 2)
print b[0] * 100 + b[1] * 10 + b[2]
print native rtl_reduce(native rtl_coreid() + 1, 0)
print native rtl_reduce(native rtl_coreid() + 1, 1)
print native rtl_reduce(native rtl_coreid() + 1, 2)
print native rtl_reduce(3, 3)
print native rtl_bcast(native rtl_coreid() + 5, 1)
print native rtl_sendrecv(native rtl_coreid(), 1 - native rtl_coreid())
native rtl_sync()
if native rtl_coreid() == 0:
    native rtl_send_nonblocking(4, 1)
    native rtl_wait_for_send(1)
    print native rtl_test_for_send(1)
    native rtl_send(native rtl_global_reference(id(b)), 1)
else:
    while not native rtl_probe(0): pass
    print native rtl_recv(0)
    c = native rtl_dereference(native rtl_recv(0))
    print c[0]
g = native rtl_dereference(id(b))
g[1] = 3
print b[1]
print native rtl_math(0, 16) + native rtl_math(10, 2.5) + native rtl_math(11, 2.5) + native rtl_math(13, 100)
native rtl_gc()
native rtl_free(b)
native rtl_print(native rtl_numcores())
# expect: true
# expect: false
# expect: 21
# expect: 320
# expect: 0
# expect: 6
# expect: 6
# expect: 780
# expect: 3
# expect: 1
# expect: 2
# expect: 9
# expect: 6
# expect 0: 1
# expect 1: 0
# expect 0: true
# expect 1: 4
# expect 1: 7
# expect: 3
# expect: 11.000000
# expect: 2
