### Pwy addawodd beth erbyn pryd.
