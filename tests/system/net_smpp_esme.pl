#!/usr/bin/perl
# A carrier that dials us, on Net::SMPP, which shares no code with us: an ESME to our centre. Commands come as
# JSON lines on standard input, events go out as JSON lines; octets are hex. By itself it only answers
# deliver_sm, enquire_link and unbind.
use strict;
use warnings;
use IO::Select;
use IO::Handle;
use JSON::PP;
use Net::SMPP;

my $json = JSON::PP->new->canonical;
my %link;    # number => {socket, kind}
my $next_link = 1;
my $input     = '';
my $waiting   = IO::Select->new(\*STDIN);
STDOUT->autoflush(1);
$SIG{PIPE} = 'IGNORE';
local $SIG{__WARN__} = sub { print STDERR @_ };

sub event { print $json->encode({@_}), "\n" }

sub drop {
    my ($number, $why) = @_;
    my $gone = delete $link{$number} or return;
    $waiting->remove($gone->{socket});
    close $gone->{socket};
    event(event => 'closed', link => $number, why => $why);
}

# What is asked of us.
my %on = (
    Net::SMPP::CMD_deliver_sm() => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->deliver_sm_resp(seq => $pdu->{seq}, message_id => '');
        event(event => 'submit', link => $number, sequence => $pdu->{seq}, status => 0,
              from => $pdu->{source_addr}, to => $pdu->{destination_addr}, esm_class => $pdu->{esm_class},
              data_coding => $pdu->{data_coding}, octets => unpack('H*', $pdu->{short_message}));
    },
    Net::SMPP::CMD_enquire_link() => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->enquire_link_resp(seq => $pdu->{seq});
        event(event => 'enquire_link', link => $number);
    },
    Net::SMPP::CMD_unbind() => sub {
        my ($number, $pdu) = @_;
        $link{$number}{socket}->unbind_resp(seq => $pdu->{seq});
        drop($number, 'unbound');
    },
);

# What answers us: every field that a test may look at.
sub on_readable {
    my ($number) = @_;
    my $pdu = $link{$number}{socket}->read_pdu or return drop($number, 'closed by the peer');
    if (my $act = $on{ $pdu->{cmd} }) { return $act->($number, $pdu) }
    my $name = $pdu->{known_pdu} ? Net::SMPP::pdu_tab->{ $pdu->{cmd} }{cmd} : 'unknown';
    my %told = map { $_ => $pdu->{$_} } grep { defined $pdu->{$_} } qw(message_id message_state system_id);
    event(event => $name, link => $number, sequence => $pdu->{seq}, status => $pdu->{status}, %told);
}

sub connect_to {
    my ($c) = @_;
    my $socket = Net::SMPP->new_connect('127.0.0.1', port => $c->{port}, async => 1)
      or die "can't connect: $!\n";
    $socket->set_version($c->{version} // 0x34);
    my $number = $next_link++;
    $link{$number} = {socket => $socket};
    $waiting->add($socket);
    return ($number, $socket);
}

my %do = (
    bind => sub {
        my ($c) = @_;
        my ($number, $socket) = connect_to($c);
        my $how = "bind_$c->{kind}";
        $socket->$how(async => 1, system_id => $c->{system_id}, password => $c->{password},
                      interface_version => $c->{version} // 0x34);
        event(event => 'binding', link => $number, tag => $c->{tag});
    },
    submit => sub {
        my ($c) = @_;
        my $sequence = $link{ $c->{link} }{socket}->submit_sm(
            async => 1, source_addr_ton => 1, source_addr_npi => 1, source_addr => $c->{from},
            destination_addr => $c->{to}, esm_class => $c->{esm_class} // 0,
            data_coding => $c->{data_coding} // 0, registered_delivery => $c->{registered_delivery} // 0,
            short_message => pack('H*', $c->{octets}));
        event(event => 'submitted', link => $c->{link}, sequence => $sequence, tag => $c->{tag});
    },
    query => sub {
        my ($c) = @_;
        $link{ $c->{link} }{socket}->query_sm(async => 1, message_id => $c->{message_id},
                                              source_addr => $c->{from});
    },
    cancel => sub {
        my ($c) = @_;
        $link{ $c->{link} }{socket}->cancel_sm(async => 1, message_id => $c->{message_id},
                                               source_addr => $c->{from}, destination_addr => $c->{to});
    },
    unbind => sub { $link{ $_[0]{link} }{socket}->unbind(async => 1) },
    drop   => sub { drop($_[0]{link}, 'told to') },
);

sub on_input {
    sysread(STDIN, $input, 65536, length $input) or exit 0;
    while ($input =~ s/^(.*)\n//) {
        my $command = $json->decode($1);
        eval { $do{ $command->{do} }->($command); 1 } or event(event => 'error', what => "$@");
    }
}

event(event => 'ready');
while (my @ready = $waiting->can_read) {
    for my $handle (@ready) {
        if ($handle == \*STDIN) { on_input(); next }
        my ($number) = grep { $link{$_}{socket} == $handle } keys %link;
        on_readable($number + 0) if defined $number;
    }
}
