#!/usr/bin/perl
# A carrier that dials us, on Net::SMPP: an ESME to our centre.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Net::SMPP;
use NetSmppPeer qw(event add_link link_of next_status told serve);

my %on = (
    Net::SMPP::CMD_deliver_sm() => sub {
        my ($number, $pdu) = @_;
        my $status = next_status();
        link_of($number)->{socket}->deliver_sm_resp(seq => $pdu->{seq}, status => $status, message_id => '');
        told($number, $pdu, $status);
    },
);

sub connect_to {
    my ($c) = @_;
    my $socket = Net::SMPP->new_connect('127.0.0.1', port => $c->{port}, async => 1)
      or die "can't connect: $!\n";
    $socket->set_version($c->{version} // 0x34);
    return (add_link($socket, \%on), $socket);
}

serve(
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
        my $sequence = link_of($c->{link})->{socket}->submit_sm(
            async => 1, source_addr_ton => 2, source_addr_npi => 1, source_addr => $c->{from},
            destination_addr => $c->{to}, esm_class => $c->{esm_class} // 0,
            data_coding => $c->{data_coding} // 0, registered_delivery => $c->{registered_delivery} // 0,
            short_message => pack('H*', $c->{octets}));
        event(event => 'submitted', link => $c->{link}, sequence => $sequence, tag => $c->{tag});
    },
    query => sub {
        my ($c) = @_;
        link_of($c->{link})->{socket}->query_sm(async => 1, message_id => $c->{message_id},
                                                source_addr => $c->{from});
    },
    cancel => sub {
        my ($c) = @_;
        link_of($c->{link})->{socket}->cancel_sm(async => 1, message_id => $c->{message_id},
                                                 source_addr => $c->{from}, destination_addr => $c->{to});
    },
    replace => sub {
        my ($c) = @_;
        link_of($c->{link})->{socket}->replace_sm(
            async => 1, message_id => $c->{message_id}, source_addr => $c->{from},
            short_message => pack('H*', $c->{octets}));
    },
    unbind => sub { link_of($_[0]{link})->{socket}->unbind(async => 1) },
);
