print true, none # expect: True None
